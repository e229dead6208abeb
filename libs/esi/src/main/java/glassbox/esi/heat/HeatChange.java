package glassbox.esi.heat;

/**
 * One change of a schedule, for the parameters' history.
 *
 * @param parameter {@code T1} or {@code T2}
 * @param before temperature before
 * @param after temperature after
 * @param reason in words
 * @param schedule the changed schedule
 */
public record HeatChange(
    String parameter, double before, double after, String reason, HeatSchedule schedule) {}
