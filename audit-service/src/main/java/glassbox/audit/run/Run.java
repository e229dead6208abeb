package glassbox.audit.run;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.contracts.run.Decision;
import glassbox.contracts.run.RunEnvelope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** A row of the table of runs. Written once. */
@Entity
@Immutable
@Table(name = "runs")
@SuppressWarnings("NullAway.Init") // the no-argument constructor is the mapper's
class Run implements Persistable<UUID> {
  @Id private UUID runId;
  private String tenant;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "varchar(32)")
  private RunEnvelope.Kind kind;

  private String federation;
  private Instant startedAt;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "varchar(32)")
  private Decision decision;

  private int tokens;
  private double maxResidual;
  private double medianResidual;
  private String recordHash;

  @Column(columnDefinition = "text")
  private String envelope;

  @Column(columnDefinition = "text")
  private String shares;

  private Instant recordedAt;
  private boolean contentKept;
  private byte[] seal;

  /** For the mapper. */
  protected Run() {}

  Run(
      RunEnvelope envelope,
      RunDigest digest,
      boolean contentKept,
      Instant recordedAt,
      RowSeal seals) {
    runId = envelope.runId();
    tenant = envelope.tenant();
    kind = envelope.kind();
    federation = envelope.federation();
    startedAt = envelope.startedAt().truncatedTo(ChronoUnit.MICROS);
    decision = envelope.decision();
    tokens = digest.tokens();
    maxResidual = digest.maxResidual();
    medianResidual = digest.medianResidual();
    recordHash = digest.recordHash();
    this.envelope = digest.envelopeJson();
    shares = digest.sharesJson();
    this.recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    this.contentKept = contentKept;
    seal = seals.of(SealedTable.RUNS, columns());
  }

  private List<Object> columns() {
    return List.of(
        runId,
        tenant,
        kind.name(),
        federation,
        startedAt,
        decision.name(),
        tokens,
        maxResidual,
        medianResidual,
        recordHash,
        shares,
        recordedAt,
        contentKept);
  }

  @Override
  public UUID getId() {
    return runId;
  }

  /** Rows are only ever added through the repository. */
  @Override
  public boolean isNew() {
    return true;
  }

  String tenant() {
    return tenant;
  }

  double maxResidual() {
    return maxResidual;
  }

  double medianResidual() {
    return medianResidual;
  }

  String recordHash() {
    return recordHash;
  }

  String envelope() {
    return envelope;
  }

  String shares() {
    return shares;
  }
}
