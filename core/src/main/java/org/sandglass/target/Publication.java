package org.sandglass.target;

/// Where mixtures were published: a paper or a page, and the code that their numbers were taken from.
public enum Publication {
    /// Winkler's sandbox for steering.
    TORCHGMM("torchGMM", "ludwigwinkler/torchGMM bffdb3e"),
    /// Flow annealed importance sampling bootstrap.
    FAB("FAB", "Midgley et al., Flow annealed importance sampling bootstrap, ICLR 2023; lollcat/fab-torch b1586a9"),
    /// A benchmark of variational samplers in JAX.
    BEYOND_ELBOS(
            "Beyond ELBOs",
            "Blessing et al., Beyond ELBOs, ICML 2024; DenisBless/variational_sampling_methods 32de621"),
    /// FAB in JAX.
    FAB_JAX("fab-jax", "lollcat/fab-jax 21fc269"),
    /// A toolkit for Boltzmann generators.
    BOLTZKIT("boltzkit", "ChristophervonKlitzing/boltzkit fe9eaef"),
    /// Generative flow networks as samplers.
    GFN_DIFFUSION(
            "gfn-diffusion",
            "Sendera et al., Improved off-policy training of diffusion samplers, NeurIPS 2024;"
                    + " GFNOrg/gfn-diffusion 255b499"),
    /// The path integral sampler.
    PIS("PIS", "Zhang & Chen, Path integral sampler, ICLR 2022; qsh-zh/pis c5332c5"),
    /// Samplers by learned diffusions.
    SDE_SAMPLER(
            "sde_sampler",
            "Richter & Berner, Improved sampling via learned diffusions, ICLR 2024; juliusberner/sde_sampler e199bda"),
    /// Denoising diffusion samplers.
    DDS(
            "DDS",
            "Vargas, Grathwohl & Doucet, Denoising diffusion samplers, ICLR 2023;"
                    + " franciscovargas/denoising_diffusion_samplers d360789"),
    /// Zeroth-order diffusion Monte Carlo.
    ZOD_MC(
            "ZOD-MC",
            "He, Rojas & Tao, Zeroth-order sampling methods for non-log-concave distributions, NeurIPS 2024;"
                    + " KevinRojas1499/ZOD-MC"),
    /// Monte Carlo guided diffusion.
    MCGDIFF(
            "MCGDiff",
            "Cardoso et al., Monte Carlo guided diffusion for Bayesian linear inverse problems, ICLR 2024;"
                    + " gabrielvc/benchopts_inverse_problem_diffusion_prior 59559eb"),
    /// Tweedie moment projected diffusions.
    TMPD(
            "TMPD",
            "Boys et al., Tweedie moment projected diffusions for inverse problems, TMLR 2024; bb515/tmpdjax 22b4495"),
    /// Midpoint guidance.
    MGPS(
            "MGPS",
            "Moufad et al., Variational diffusion posterior sampling with midpoint guidance, ICLR 2025;"
                    + " YazidJanati/mgps 7839182"),
    /// Inverse problems by diffusion in JAX.
    DIFFUSE("diffuse", "jcopo/diffuse 154d390"),
    /// Pages that teach.
    TUTORIALS("tutorials", "tutorials on the web"),
    /// Our own.
    SANDGLASS("Sandglass", "Sandglass");

    private final String title;
    private final String reference;

    Publication(String title, String reference) {
        this.title = title;
        this.reference = reference;
    }

    /// What it is called for short.
    ///
    /// @return as in `FAB`
    public String title() {
        return title;
    }

    /// Authors, title, place and code.
    ///
    /// @return one line without a full stop
    public String reference() {
        return reference;
    }
}
