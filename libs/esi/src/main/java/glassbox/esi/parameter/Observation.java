package glassbox.esi.parameter;

import glassbox.critics.chi.Chi;
import java.util.Optional;

/**
 * What a run was like.
 *
 * @param csa agreement of the critics on its answer
 * @param chi of its draft; empty where it is unknown
 * @param redundancy independent fragments a claim; empty without claims
 * @param fragmentsPerClaim that its claims needed
 * @param costShare scaffold, critics, gate and trace as a share of its decode time
 */
public record Observation(
    double csa,
    Optional<Chi> chi,
    Optional<Double> redundancy,
    int fragmentsPerClaim,
    double costShare) {}
