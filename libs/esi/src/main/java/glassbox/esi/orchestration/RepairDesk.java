package glassbox.esi.orchestration;

import glassbox.esi.config.DomainProfile;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.field.Field;
import glassbox.esi.judging.Ruling;
import glassbox.esi.repair.Repair;
import glassbox.esi.repair.RepairPlanner;
import glassbox.esi.repair.RepairPrompt;
import glassbox.esi.run.Event;
import glassbox.esi.run.Stage;
import glassbox.esi.trace.TraceField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans what a shut gate or a field that was left out asks for, and has it written anew. */
final class RepairDesk {

  private final EsiConfiguration configuration;
  private final DomainProfile profile;
  private final Sheet sheet;
  private final Writer writer;
  private final RunLog log;
  private @Nullable Repair planned;

  /**
   * A repair that began.
   *
   * @param instruction what the passes are told, if they are told anything
   * @param ids of the trace that stood before it
   */
  record Redo(Optional<String> instruction, List<String> ids) {}

  RepairDesk(
      EsiConfiguration configuration,
      DomainProfile profile,
      Sheet sheet,
      Writer writer,
      RunLog log) {
    this.configuration = configuration;
    this.profile = profile;
    this.sheet = sheet;
    this.writer = writer;
    this.log = log;
  }

  /** Plans what is redone after a gate that the critics shut. */
  Event shut(Ruling ruling) {
    Optional<Repair> given = RepairPlanner.given(sheet.transcript, ruling);
    Repair repair =
        given.orElseGet(() -> RepairPlanner.plan(sheet.transcript, ruling, profile.repair()));
    planned = repair;
    return given.isPresent()
        ? new Event.GivenFlagged(ruling.reasons())
        : new Event.GateShut(repair.block(), ruling.reasons());
  }

  /** What a new generation is told: an objection to what was taken as given, if that began it. */
  Optional<String> anew() {
    Repair repair = planned;
    planned = null;
    return repair != null && repair.block().field().equals(Field.GIVEN.marker())
        ? instruction(repair)
        : Optional.empty();
  }

  private Optional<String> instruction(Repair repair) {
    return configuration.repair().instruct()
        ? Optional.of(RepairPrompt.of(repair))
        : Optional.empty();
  }

  /** Plans what is redone for want of a field. */
  Event missing(Field field) {
    planned = RepairPlanner.missing(sheet.transcript, field);
    return new Event.FieldMissing(field.marker());
  }

  /**
   * Takes away what the plan does not keep.
   *
   * @param reasons why the gate is shut
   */
  Redo begin(List<String> reasons) {
    Repair repair = planned;
    if (repair == null) {
      throw new IllegalStateException("no repair was planned");
    }
    planned = null;
    List<String> ids = TraceField.named(sheet.transcript.text(Field.TRACE), sheet.trace);
    sheet.cut(repair.kept());
    log.tell(new RunEvent.Repairing(repair.block(), reasons, repair.kept()));
    return new Redo(instruction(repair), ids);
  }

  /** Writes what comes before the checks, or without fields all; a field that is left out. */
  Optional<Field> write(Redo redo) {
    if (!sheet.scaffold.fields()) {
      return writer.compute(Stage.REPAIR, redo.instruction());
    }
    Optional<Field> missing = writer.outline(Stage.REPAIR, redo.instruction());
    return missing.isEmpty() && !sheet.has(Field.CHECKS)
        ? writer.compute(Stage.REPAIR, redo.instruction())
        : missing;
  }
}
