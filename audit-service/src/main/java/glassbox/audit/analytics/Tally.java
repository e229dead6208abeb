package glassbox.audit.analytics;

import glassbox.audit.analytics.RunFacts.Cell;
import glassbox.audit.analytics.RunFacts.Judgement;
import glassbox.audit.analytics.RunFacts.Part;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Sums of a batch of runs, in the cells of the rollups, in a fixed order of cells. */
final class Tally {
  private static final double MICRO = 1e6;
  private static final Comparator<Cell> CELLS =
      Comparator.comparing(Cell::tenant).thenComparing(Cell::day).thenComparing(Cell::federation);

  private static final Comparator<DomainCell> DOMAINS =
      Comparator.comparing(DomainCell::cell, CELLS).thenComparing(DomainCell::domain);

  private final Map<Cell, FederationSums> federations = new TreeMap<>(CELLS);
  private final Map<SpecialistCell, SpecialistSums> specialists =
      new TreeMap<>(
          Comparator.comparing(SpecialistCell::cell, CELLS)
              .thenComparing(SpecialistCell::specialist));
  private final Map<Bin, Long> bins =
      new TreeMap<>(
          Comparator.comparing(Bin::cell, CELLS)
              .thenComparing(Bin::measure)
              .thenComparing(Bin::bin));

  private final Map<DomainCell, DomainSums> domains = new TreeMap<>(DOMAINS);
  private final Map<Level, Long> levels =
      new TreeMap<>(Comparator.comparing(Level::cell, DOMAINS).thenComparing(Level::level));

  void add(RunFacts run) {
    FederationSums sums = federations.computeIfAbsent(run.cell(), c -> new FederationSums());
    sums.runs++;
    sums.answeredRuns += run.answerTokens() > 0 ? 1 : 0;
    sums.tokens += run.tokens();
    sums.maxResidual = Math.max(sums.maxResidual, run.maxResidual());
    count(run.cell(), Measure.RESIDUAL, Measure.residualBin(run.maxResidual()));
    count(run.cell(), Measure.DECISION, run.decision().ordinal());
    certificate(run);
    if (run.judgement() != null) {
      judgement(run.cell(), sums, run.judgement());
    }
    run.parts().forEach(part -> part(run, part));
  }

  private void certificate(RunFacts run) {
    DomainCell cell = new DomainCell(run.cell(), run.certificate().domain());
    DomainSums sums = domains.computeIfAbsent(cell, c -> new DomainSums());
    sums.runs++;
    if (!run.certificate().deltas().isEmpty()) {
      sums.certifiedRuns++;
      sums.untrustedRuns += run.certificate().untrusted() ? 1 : 0;
      run.certificate()
          .deltas()
          .forEach(delta -> levels.merge(new Level(cell, Deltas.level(delta)), 1L, Long::sum));
    }
  }

  private void judgement(Cell cell, FederationSums sums, Judgement judgement) {
    sums.csaRuns++;
    sums.csaMicro += micro(judgement.csa());
    count(cell, Measure.CSA, Measure.tenth(judgement.csa()));
    count(cell, Measure.GATE, judgement.gate().ordinal());
    if (judgement.chi() != null) {
      sums.chiRuns++;
      sums.chiMicro += micro(judgement.chi());
      count(cell, Measure.CHI, Measure.tenth(judgement.chi()));
    }
  }

  private void part(RunFacts run, Part part) {
    SpecialistSums sums =
        specialists.computeIfAbsent(
            new SpecialistCell(run.cell(), part.specialist()), c -> new SpecialistSums());
    sums.runs++;
    sums.massMicro += micro(part.share() * run.answerTokens());
    sums.led += part.led();
    sums.overruled += part.overruled();
    sums.overruledRuns += part.overruled() > 0 ? 1 : 0;
    sums.majorityRuns += run.answerTokens() > 0 && part.share() > 0.5 ? 1 : 0;
  }

  private void count(Cell cell, Measure measure, int bin) {
    bins.merge(new Bin(cell, measure, bin), 1L, Long::sum);
  }

  private static long micro(double value) {
    return Math.round(value * MICRO);
  }

  Collection<Map.Entry<Cell, FederationSums>> federations() {
    return federations.entrySet();
  }

  Collection<Map.Entry<SpecialistCell, SpecialistSums>> specialists() {
    return specialists.entrySet();
  }

  Collection<Map.Entry<Bin, Long>> bins() {
    return bins.entrySet();
  }

  Collection<Map.Entry<DomainCell, DomainSums>> domains() {
    return domains.entrySet();
  }

  Collection<Map.Entry<Level, Long>> levels() {
    return levels.entrySet();
  }

  /** A domain's cell; empty for runs that carry none. */
  record DomainCell(Cell cell, String domain) {}

  /** Tokens of one delta. */
  record Level(DomainCell cell, int level) {}

  /** Sums of a domain's day. */
  static final class DomainSums {
    long runs;
    long certifiedRuns;
    long untrustedRuns;
  }

  /** A specialist's cell. */
  record SpecialistCell(Cell cell, String specialist) {}

  /** A bin of a histogram. */
  record Bin(Cell cell, Measure measure, int bin) {}

  /** Sums of a federation's day. */
  static final class FederationSums {
    long runs;
    long answeredRuns;
    long tokens;
    long csaRuns;
    long csaMicro;
    long chiRuns;
    long chiMicro;
    double maxResidual;
  }

  /** Sums of a specialist's day. */
  static final class SpecialistSums {
    long runs;
    long massMicro;
    long led;
    long overruled;
    long overruledRuns;
    long majorityRuns;
  }
}
