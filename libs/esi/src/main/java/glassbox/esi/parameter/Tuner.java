package glassbox.esi.parameter;

import glassbox.critics.chi.Chi;
import glassbox.esi.config.Controllers;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.config.Playbook;
import java.util.EnumSet;
import java.util.Set;

/** From what a run showed to what the next one starts with. */
final class Tuner {

  private final EsiConfiguration configuration;
  private final Controllers rules;

  Tuner(EsiConfiguration configuration) {
    this.configuration = configuration;
    this.rules = configuration.controllers();
  }

  /** What a run showed, against the averages of those before it. */
  Set<Symptom> symptoms(Averages before, Averages after, Observation run) {
    Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
    run.chi().ifPresent(chi -> symptoms(symptoms, before, chi));
    if (after.csa() < rules.heat().csaDip()) {
      symptoms.add(Symptom.DISAGREEMENT);
    }
    return symptoms;
  }

  private void symptoms(Set<Symptom> symptoms, Averages before, Chi chi) {
    double entropy = chi.meanNormalizedEntropy();
    if (entropy < rules.heat().collapsedBelow()) {
      symptoms.add(Symptom.COLLAPSE);
    }
    if (entropy > rules.heat().diffuseAbove()) {
      symptoms.add(Symptom.DIFFUSE);
    }
    if (chi.loopRate().value() > before.loops()) {
      symptoms.add(Symptom.LOOPS);
    }
    if (chi.contradictionRate().value() > before.contradictions()) {
      symptoms.add(Symptom.CONTRADICTIONS);
    }
  }

  /** The adjusted parameters; each symptom at most one step a parameter. */
  Adjustment tuned(Parameters parameters, Set<Symptom> symptoms) {
    var adjustment = new Adjustment(parameters, configuration);
    for (Symptom symptom : symptoms) {
      if (rules.playbook() == Playbook.TABLE) {
        table(adjustment, symptom, symptoms);
      } else {
        parts(adjustment, symptom);
      }
    }
    return adjustment;
  }

  /** A draft that is both collapsed and looping is warmed: entropy decides. */
  private static void table(Adjustment to, Symptom symptom, Set<Symptom> all) {
    switch (symptom) {
      case COLLAPSE -> {
        to.warmDraft("the draft collapsed");
        to.moreStarch(true, "the draft collapsed");
      }
      case DIFFUSE -> to.coolDraft("the draft is diffuse");
      case LOOPS -> {
        if (!all.contains(Symptom.COLLAPSE)) {
          to.coolDraft("answers loop");
          to.moreStarch(true, "answers loop");
        }
      }
      case CONTRADICTIONS -> to.moreStarch(false, "claims are contradicted or lack evidence");
      case DISAGREEMENT -> {
        to.coolVerify();
        to.planToTrace("the critics disagree");
      }
    }
  }

  private static void parts(Adjustment to, Symptom symptom) {
    switch (symptom) {
      case COLLAPSE -> {
        to.planToGlue("the draft collapsed");
        to.narrowOutline("the draft collapsed");
      }
      case DIFFUSE -> to.coolDraft("the draft is diffuse");
      case LOOPS -> {
        to.moreStarch(true, "answers loop");
        to.warmDraft("answers loop");
      }
      case CONTRADICTIONS -> {
        to.planToTrace("claims are contradicted or lack evidence");
        to.coolDraft("claims are contradicted or lack evidence");
      }
      case DISAGREEMENT -> {
        to.coolVerify();
        to.planToTrace("the critics disagree");
      }
    }
  }
}
