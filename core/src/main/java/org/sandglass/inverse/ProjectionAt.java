package org.sandglass.inverse;

import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.VelocityField;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.mixture.Outputs;

/// [TweedieMomentProjection] at one time: what is predicted is `p x̂₀ + q ∇ln p`, for both laws, so the pull
/// of the measurement is added to it in the same proportion.
///
/// @param projection the pull
/// @param velocity the velocity as such a combination
record ProjectionAt(Projection projection, VelocityField velocity) implements DenoiserAt {
    private static final double[] NONE = {};

    @Override
    public void predict(Prediction what, Points xt, Points out) {
        out.requireShape(xt.n(), xt.d(), "the room for predictions");
        switch (what) {
            case X0 -> predict(1, 0, xt, out);
            case SCORE -> predict(0, 1, xt, out);
            case NOISE -> predict(0, -projection.law().b(), xt, out);
            case VELOCITY -> predict(velocity.ofMean(), velocity.ofScore(), xt, out);
        }
    }

    private void predict(double ofMean, double ofScore, Points xt, Points out) {
        Points mean = Room.like(xt);
        Points score = Room.like(xt);
        projection.law().evaluate(xt, 0, xt.n(), new Outputs(NONE, score.data(), mean.data()));
        double ofPull = ofMean * projection.ofMean() + ofScore * projection.ofScore();
        int d = xt.d();
        for (int i = 0; i < xt.n(); i++) {
            double[] pull = projection.pull(xt.row(i), mean.row(i));
            for (int j = 0; j < d; j++) {
                int at = i * d + j;
                out.data()[at] = ofMean * mean.data()[at] + ofScore * score.data()[at] + ofPull * pull[j];
            }
        }
        Room.give(mean);
        Room.give(score);
    }
}
