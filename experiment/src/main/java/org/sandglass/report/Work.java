package org.sandglass.report;

import java.util.List;
import java.util.regex.Pattern;

/// A work that methods here go back to, and the words by which sources in the code name it.
///
/// @param words as in `Song et al. 2021`
/// @param citation all of it
record Work(List<String> words, Citation citation) {
    static final Work DDPM = new Work(
            List.of("Ho, Jain and Abbeel 2020", "Ho et al. 2020"),
            new Citation(
                    "Ho, J., Jain, A. and Abbeel, P.",
                    2020,
                    "Denoising diffusion probabilistic models",
                    "NeurIPS 33",
                    "2006.11239"));

    static final Work IDDPM = new Work(
            List.of("Nichol and Dhariwal 2021"),
            new Citation(
                    "Nichol, A. Q. and Dhariwal, P.",
                    2021,
                    "Improved denoising diffusion probabilistic models",
                    "ICML",
                    "2102.09672"));

    static final Work DDIM = new Work(
            List.of("Song, Meng and Ermon 2021", "Song, Meng & Ermon 2021"),
            new Citation(
                    "Song, J., Meng, C. and Ermon, S.",
                    2021,
                    "Denoising diffusion implicit models",
                    "ICLR",
                    "2010.02502"));

    static final Work SCORE_SDE = new Work(
            List.of("Song et al. 2021"),
            new Citation(
                    "Song, Y., Sohl-Dickstein, J., Kingma, D. P., Kumar, A., Ermon, S. and Poole, B.",
                    2021,
                    "Score-based generative modeling through stochastic differential equations",
                    "ICLR",
                    "2011.13456"));

    static final Work LANGEVIN = new Work(
            List.of("Song and Ermon 2019"),
            new Citation(
                    "Song, Y. and Ermon, S.",
                    2019,
                    "Generative modeling by estimating gradients of the data distribution",
                    "NeurIPS 32",
                    "1907.05600"));

    static final Work MOMENT_PROJECTION = new Work(
            List.of("Boys et al. 2023"),
            new Citation(
                    "Boys, B., Girolami, M., Pidstrigach, J., Reich, S., Mosca, A. and Akyildiz, O. D.",
                    2023,
                    "Tweedie moment projected diffusions for inverse problems",
                    "arXiv",
                    "2310.06721"));

    static final Work EDM = new Work(
            List.of("Karras et al. 2022"),
            new Citation(
                    "Karras, T., Aittala, M., Aila, T. and Laine, S.",
                    2022,
                    "Elucidating the design space of diffusion-based generative models",
                    "NeurIPS 35",
                    "2206.00364"));

    static final Work FLOW_MATCHING = new Work(
            List.of("Lipman et al. 2023"),
            new Citation(
                    "Lipman, Y., Chen, R. T. Q., Ben-Hamu, H., Nickel, M. and Le, M.",
                    2023,
                    "Flow matching for generative modeling",
                    "ICLR",
                    "2210.02747"));

    static final Work RECTIFIED_FLOW = new Work(
            List.of("Liu, Gong and Liu 2023"),
            new Citation(
                    "Liu, X., Gong, C. and Liu, Q.",
                    2023,
                    "Flow straight and fast: learning to generate and transfer data with rectified flow",
                    "ICLR",
                    "2209.03003"));

    static final Work INTERPOLANTS = new Work(
            List.of("Albergo and Vanden-Eijnden 2023"),
            new Citation(
                    "Albergo, M. S. and Vanden-Eijnden, E.",
                    2023,
                    "Building normalizing flows with stochastic interpolants",
                    "ICLR",
                    "2209.15571"));

    static final Work LECTURES_ON_FLOWS = new Work(
            List.of("Holderrieth and Erives 2025"),
            new Citation(
                    "Holderrieth, P. and Erives, E.",
                    2025,
                    "An introduction to flow matching and diffusion models",
                    "preprint",
                    "2506.02070"));

    static final Work DPM_SOLVER = new Work(
            List.of("Lu et al. 2022a", "Lu et al. 2022"),
            new Citation(
                    "Lu, C., Zhou, Y., Bao, F., Chen, J., Li, C. and Zhu, J.",
                    2022,
                    "DPM-Solver: a fast ODE solver for diffusion probabilistic model sampling in around 10 steps",
                    "NeurIPS 35",
                    "2206.00927"));

    static final Work DPM_SOLVER_PLUS_PLUS = new Work(
            List.of("Lu et al. 2022b", "Lu et al. 2022"),
            new Citation(
                    "Lu, C., Zhou, Y., Bao, F., Chen, J., Li, C. and Zhu, J.",
                    2022,
                    "DPM-Solver++: fast solver for guided sampling of diffusion probabilistic models",
                    "preprint",
                    "2211.01095"));

    static final Work DEIS = new Work(
            List.of("Zhang and Chen 2022", "Zhang and Chen 2023"),
            new Citation(
                    "Zhang, Q. and Chen, Y.",
                    2023,
                    "Fast sampling of diffusion models with exponential integrator",
                    "ICLR",
                    "2204.13902"));

    static final Work UNIPC = new Work(
            List.of("Zhao et al. 2023"),
            new Citation(
                    "Zhao, W., Bai, L., Rao, Y., Zhou, J. and Lu, J.",
                    2023,
                    "UniPC: a unified predictor-corrector framework for fast sampling of diffusion models",
                    "NeurIPS 36",
                    "2302.04867"));

    static final Work PNDM = new Work(
            List.of("Liu et al. 2022"),
            new Citation(
                    "Liu, L., Ren, Y., Lin, Z. and Zhao, Z.",
                    2022,
                    "Pseudo numerical methods for diffusion models on manifolds",
                    "ICLR",
                    "2202.09778"));

    static final Work ANALYTIC_DPM = new Work(
            List.of("Bao et al. 2022a", "Bao et al. 2022"),
            new Citation(
                    "Bao, F., Li, C., Zhu, J. and Zhang, B.",
                    2022,
                    "Analytic-DPM: an analytic estimate of the optimal reverse variance in diffusion probabilistic models",
                    "ICLR",
                    "2201.06503"));

    static final Work OPTIMAL_COVARIANCE = new Work(
            List.of("Bao et al. 2022b"),
            new Citation(
                    "Bao, F., Li, C., Sun, J., Zhu, J. and Zhang, B.",
                    2022,
                    "Estimating the optimal covariance with imperfect mean in diffusion probabilistic models",
                    "ICML",
                    "2206.07309"));

    static final Work OPTIMAL_DIAGONAL = new Work(
            List.of("Ou et al. 2024"),
            new Citation(
                    "Ou, Z., Zhang, M., Zhang, A., Xiao, T. Z., Li, Y. and Barber, D.",
                    2024,
                    "Improving probabilistic diffusion models with optimal diagonal covariance matching",
                    "preprint",
                    "2406.10808"));

    static final Work SEEDS = new Work(
            List.of("Gonzalez et al. 2023"),
            new Citation(
                    "Gonzalez, M., Fernandez, N., Tran, T., Gherbi, E., Hajri, H. and Masmoudi, N.",
                    2023,
                    "SEEDS: exponential SDE solvers for fast high-quality sampling from diffusion models",
                    "NeurIPS 36",
                    "2305.14267"));

    static final Work SA_SOLVER = new Work(
            List.of("Xue et al. 2023"),
            new Citation(
                    "Xue, S., Yi, M., Luo, W., Zhang, S., Sun, J., Li, Z. and Ma, Z.-M.",
                    2023,
                    "SA-Solver: stochastic Adams solver for fast sampling of diffusion models",
                    "NeurIPS 36",
                    "2309.05019"));

    static final Work RESTART = new Work(
            List.of("Xu et al. 2023"),
            new Citation(
                    "Xu, Y., Deng, M., Cheng, X., Tian, Y., Liu, Z. and Jaakkola, T.",
                    2023,
                    "Restart sampling for improving generative processes",
                    "NeurIPS 36",
                    "2306.14878"));

    static final Work ADAPTIVE_SDE = new Work(
            List.of("Jolicoeur-Martineau et al. 2021"),
            new Citation(
                    "Jolicoeur-Martineau, A., Li, K., Piché-Taillefer, R., Kachman, T. and Mitliagkas, I.",
                    2021,
                    "Gotta go fast when generating data with score-based models",
                    "preprint",
                    "2105.14080"));

    static final Work EXPONENTIAL_INTEGRATORS = new Work(
            List.of("Hochbruck and Ostermann 2010"),
            new Citation(
                    "Hochbruck, M. and Ostermann, A.",
                    2010,
                    "Exponential integrators",
                    "Acta Numerica 19, 209–286",
                    ""));

    static final Work ODES = new Work(
            List.of("Hairer, Nørsett and Wanner 1993", "Hairer et al. 1993"),
            new Citation(
                    "Hairer, E., Nørsett, S. P. and Wanner, G.",
                    1993,
                    "Solving ordinary differential equations I: nonstiff problems, 2nd edition",
                    "Springer",
                    ""));

    static final Work RUNGE = new Work(
            List.of("Runge 1895"),
            new Citation(
                    "Runge, C.",
                    1895,
                    "Über die numerische Auflösung von Differentialgleichungen",
                    "Mathematische Annalen 46, 167–178",
                    ""));

    static final Work KUTTA = new Work(
            List.of("Kutta 1901"),
            new Citation(
                    "Kutta, W.",
                    1901,
                    "Beitrag zur näherungsweisen Integration totaler Differentialgleichungen",
                    "Zeitschrift für Mathematik und Physik 46, 435–453",
                    ""));

    static final Work DORMAND_PRINCE = new Work(
            List.of("Dormand and Prince 1980"),
            new Citation(
                    "Dormand, J. R. and Prince, P. J.",
                    1980,
                    "A family of embedded Runge–Kutta formulae",
                    "Journal of Computational and Applied Mathematics 6, 19–26",
                    ""));

    static final Work STRANG = new Work(
            List.of("Strang 1968"),
            new Citation(
                    "Strang, G.",
                    1968,
                    "On the construction and comparison of difference schemes",
                    "SIAM Journal on Numerical Analysis 5, 506–517",
                    ""));

    static final Work REVERSE_TIME = new Work(
            List.of("Anderson 1982"),
            new Citation(
                    "Anderson, B. D. O.",
                    1982,
                    "Reverse-time diffusion equation models",
                    "Stochastic Processes and their Applications 12, 313–326",
                    ""));

    static final Work TWEEDIE = new Work(
            List.of("Efron 2011"),
            new Citation(
                    "Efron, B.",
                    2011,
                    "Tweedie's formula and selection bias",
                    "Journal of the American Statistical Association 106, 1602–1614",
                    ""));

    static final Work SLICED = new Work(
            List.of("Rabin et al. 2011"),
            new Citation(
                    "Rabin, J., Peyré, G., Delon, J. and Bernot, M.",
                    2011,
                    "Wasserstein barycenter and its application to texture mixing",
                    "SSVM",
                    ""));

    static final Work SLICED_AND_RADON = new Work(
            List.of("Bonneel et al. 2015"),
            new Citation(
                    "Bonneel, N., Rabin, J., Peyré, G. and Pfister, H.",
                    2015,
                    "Sliced and Radon Wasserstein barycenters of measures",
                    "Journal of Mathematical Imaging and Vision 51, 22–45",
                    ""));

    static final Work MAX_SLICED = new Work(
            List.of("Deshpande et al. 2019"),
            new Citation(
                    "Deshpande, I., Hu, Y.-T., Sun, R., Pyrros, A., Siddiqui, N., Koyejo, S., Zhao, Z., Forsyth, D. and"
                            + " Schwing, A.",
                    2019,
                    "Max-sliced Wasserstein distance and its use for GANs",
                    "CVPR",
                    "1904.05877"));

    static final Work ON_THE_LINE = new Work(
            List.of("Vallender 1974"),
            new Citation(
                    "Vallender, S. S.",
                    1974,
                    "Calculation of the Wasserstein distance between probability distributions on the line",
                    "Theory of Probability and its Applications 18, 784–786",
                    ""));

    static final Work BETWEEN_GAUSSIANS = new Work(
            List.of("Gelbrich 1990"),
            new Citation(
                    "Gelbrich, M.",
                    1990,
                    "On a formula for the L² Wasserstein metric between measures on Euclidean and Hilbert spaces",
                    "Mathematische Nachrichten 147, 185–203",
                    ""));

    static final Work GAUSSIAN_SAMPLERS = new Work(
            List.of("Pierret and Galerne 2025"),
            new Citation(
                    "Pierret, E. and Galerne, B.",
                    2025,
                    "Diffusion models for Gaussian distributions: exact solutions and Wasserstein errors",
                    "ICML",
                    "2405.14250"));

    static final Work TRANSPORT = new Work(
            List.of("Villani 2009"),
            new Citation("Villani, C.", 2009, "Optimal transport: old and new", "Springer", ""));

    static final Work ENERGY = new Work(
            List.of("Székely and Rizzo 2013"),
            new Citation(
                    "Székely, G. J. and Rizzo, M. L.",
                    2013,
                    "Energy statistics: a class of statistics based on distances",
                    "Journal of Statistical Planning and Inference 143, 1249–1272",
                    ""));

    static final Work KERNELS = new Work(
            List.of("Gretton et al. 2012"),
            new Citation(
                    "Gretton, A., Borgwardt, K. M., Rasch, M. J., Schölkopf, B. and Smola, A.",
                    2012,
                    "A kernel two-sample test",
                    "Journal of Machine Learning Research 13, 723–773",
                    ""));

    /// All of them.
    static List<Work> all() {
        return List.of(
                DDPM,
                IDDPM,
                DDIM,
                SCORE_SDE,
                LANGEVIN,
                EDM,
                MOMENT_PROJECTION,
                FLOW_MATCHING,
                RECTIFIED_FLOW,
                INTERPOLANTS,
                LECTURES_ON_FLOWS,
                DPM_SOLVER,
                DPM_SOLVER_PLUS_PLUS,
                DEIS,
                UNIPC,
                PNDM,
                ANALYTIC_DPM,
                OPTIMAL_COVARIANCE,
                OPTIMAL_DIAGONAL,
                SEEDS,
                SA_SOLVER,
                RESTART,
                ADAPTIVE_SDE,
                EXPONENTIAL_INTEGRATORS,
                ODES,
                RUNGE,
                KUTTA,
                DORMAND_PRINCE,
                STRANG,
                REVERSE_TIME,
                TWEEDIE,
                SLICED,
                SLICED_AND_RADON,
                MAX_SLICED,
                ON_THE_LINE,
                BETWEEN_GAUSSIANS,
                GAUSSIAN_SAMPLERS,
                TRANSPORT,
                ENERGY,
                KERNELS);
    }

    /// Whether a source in the code names it.
    boolean isNamedIn(String source) {
        return words.stream()
                .anyMatch(word -> Pattern.compile(Pattern.quote(word) + "\\b")
                        .matcher(source)
                        .find());
    }
}
