package glassbox.gateway.evaluate;

import glassbox.contracts.run.Decision;

/** A run was recorded and its answer is on its way out. */
public record RunAnswered(Decision decision) {}
