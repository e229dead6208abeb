package glassbox.contracts.analytics;

import java.time.LocalDate;

/** Blocks refused on one day. */
public record RefusalDay(LocalDate day, long refusedBlocks) {}
