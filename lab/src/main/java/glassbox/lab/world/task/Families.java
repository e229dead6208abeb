package glassbox.lab.world.task;

import glassbox.lab.world.facts.Domain;
import java.util.List;

/** The forms of tasks of each domain. */
final class Families {

  private Families() {}

  static List<Family> of(Domain domain) {
    return switch (domain) {
      case GENERAL -> GeneralTasks.families();
      case QUANTITIES -> QuantityTasks.families();
      case FINANCE -> FinanceTasks.families();
      case CLINICAL -> ClinicalTasks.families();
      case NOTES -> NoteTasks.families();
      case REASONING -> ReasoningTasks.families();
      case TOOLS -> ToolTasks.families();
      case EDUCATION -> EducationTasks.families();
      case PLANNING -> PlanningTasks.families();
      case CODE -> CodeTasks.families();
    };
  }
}
