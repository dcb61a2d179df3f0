package org.sandglass.target;

import java.util.List;

/// The targets of one class with their names, so that asking for one draws the numbers of its neighbours
/// only.
enum TargetGroup {
    TORCH_GMM,
    FAB,
    JAX,
    BOLTZKIT,
    GFN,
    PIS,
    SDE_SAMPLER,
    DDS,
    ZOD_MC,
    MCGDIFF,
    DIFFUSE,
    TUTORIALS;

    /// The names of the targets, in their order.
    List<String> names() {
        return switch (this) {
            case TORCH_GMM -> List.of("two-modes", "torchgmm-three-a", "torchgmm-three-b");
            case FAB -> List.of("gmm40-fab", "gmm40-fab-4dp", "gmm40-fab-4dp-gfn");
            case JAX ->
                List.of(
                        "gmm40-jax-legacy",
                        "gmm40-jax",
                        "gmm40-fab-jax-legacy",
                        "gmm40-fab-jax",
                        "gaussian-mixture-jax-legacy",
                        "gaussian-mixture-jax",
                        "gaussian-mixture-1d");
            case BOLTZKIT -> List.of("gmm40-boltzkit", "boltzkit-demo", "boltzkit-docs");
            case GFN -> List.of("nine", "twenty-five");
            case PIS -> List.of("pis-fun", "pis-mg2d", "pis-ou");
            case SDE_SAMPLER ->
                List.of(
                        "gmm40-sde-sampler",
                        "sde-sampler-heart",
                        "sde-sampler-dist",
                        "sde-sampler-grid",
                        "sde-sampler-circle",
                        "sde-sampler-fab",
                        "sde-sampler-multi");
            case DDS -> List.of("dds-mixture-well", "dds-toy-gmm");
            case ZOD_MC -> List.of("zod-mc-1d", "zod-mc-2d", "zod-mc-5d");
            case MCGDIFF ->
                List.of(
                        "mcgdiff-8-1",
                        "mcgdiff-8-2",
                        "mcgdiff-8-4",
                        "mcgdiff-8-1-seed-10",
                        "tmpd-8",
                        "tmpd-80",
                        "tmpd-800",
                        "mgps-25");
            case DIFFUSE ->
                List.of(
                        "diffuse-simple",
                        "diffuse-grid",
                        "diffuse-circular",
                        "diffuse-fixed",
                        "diffuse-fixed-1d",
                        "diffuse-bimodal",
                        "diffuse-evolution",
                        "diffuse-tutorial-2d",
                        "diffuse-tutorial-1d");
            case TUTORIALS -> List.of("symmetric-11", "ddpm-three-clusters");
        };
    }

    /// The targets, drawn anew.
    List<Target> targets() {
        return switch (this) {
            case TORCH_GMM -> TorchGmmTargets.all();
            case FAB -> FabTargets.all();
            case JAX -> JaxTargets.all();
            case BOLTZKIT -> BoltzkitTargets.all();
            case GFN -> GfnTargets.all();
            case PIS -> PisTargets.all();
            case SDE_SAMPLER -> SdeSamplerTargets.all();
            case DDS -> DdsTargets.all();
            case ZOD_MC -> ZodMcTargets.all();
            case MCGDIFF -> McgDiffTargets.all();
            case DIFFUSE -> DiffuseTargets.all();
            case TUTORIALS -> TutorialTargets.all();
        };
    }
}
