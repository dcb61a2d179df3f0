package org.sandglass.mixture;

/// Tells components apart from very far away.
///
/// The terms `lₖ = cₖ − ½‖Wvₖ‖²` of a point at distance `r` agree in all but a fraction `1/r` of their size,
/// so from 1e8 standard deviations on rounding hides which is larger. For components that share a covariance
/// the squares cancel: with `vₖ = x − aμₖ`, `lₖ − lⱼ = cₖ − cⱼ + W a(μₖ − μⱼ) · W(x − ½a(μₖ + μⱼ))`, which is
/// right at any distance. Components of different covariances differ by a fraction of the squares themselves
/// and need no help.
final class FarTies {
    /// Beyond this size the rounding of a term is more than 1e-4, and so would be that of a responsibility
    /// near a tie.
    static final double FAR = 0x1p40;

    private final NoisyMixture law;
    private final double[] v;
    private final double[] apart;
    private final double[] away;

    FarTies(NoisyMixture law) {
        this.law = law;
        this.v = new double[law.prior().d()];
        this.apart = new double[law.whitenedLength()];
        this.away = new double[law.whitenedLength()];
    }

    /// Replaces the terms by their differences to the largest of them.
    ///
    /// The largest by rounded terms may not be the largest; so it is challenged by all that share its covariance,
    /// and the differences are taken to the one that is left.
    ///
    /// @param terms `lₖ`, −∞ for an absent component and for one hopelessly far away; some finite
    /// @param unit a power of two in which `x` and all means can be squared
    void subtractLargest(double[] terms, double[] x, double unit) {
        double largest = Weights.largest(terms);
        int leader = 0;
        for (int k = 1; k < terms.length; k++) {
            leader = terms[k] > terms[leader] ? k : leader;
        }
        for (int k = 0; k < terms.length; k++) {
            leader = sharesCovariance(k, leader) && difference(k, leader, x, unit) > 0 ? k : leader;
        }
        for (int k = 0; k < terms.length; k++) {
            terms[k] = sharesCovariance(k, leader) ? difference(k, leader, x, unit) : terms[k] - largest;
        }
    }

    private boolean sharesCovariance(int k, int leader) {
        return law.logConstant(k) > Double.NEGATIVE_INFINITY
                && law.covariance(k).equals(law.covariance(leader));
    }

    /// `lₖ − lⱼ` for the leader `j`.
    private double difference(int k, int leader, double[] x, double unit) {
        double half = law.a() / 2;
        for (int j = 0; j < v.length; j++) {
            v[j] = law.a() * (mean(k, j) - mean(leader, j));
        }
        Whitening.whiten(law.covariance(leader), v, apart);
        for (int j = 0; j < v.length; j++) {
            v[j] = x[j] / unit - half * (mean(k, j) / unit + mean(leader, j) / unit);
        }
        Whitening.whiten(law.covariance(leader), v, away);
        double sum = 0;
        for (int j = 0; j < Whitening.length(law.covariance(leader)); j++) {
            sum = Math.fma(apart[j], away[j], sum);
        }
        return law.logConstant(k) - law.logConstant(leader) + sum * unit;
    }

    private double mean(int k, int j) {
        return law.prior().means().get(k, j);
    }
}
