package glassbox.lab.detection;

import glassbox.critics.score.FittedScore.Specialist;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes detection.json, detection.md and detection.svg.
 *
 * @param studies the four scores
 * @param together both scores of hallucination
 * @param fittedOn the specialists
 */
record DetectionReport(
    List<Study> studies,
    ScoredSet together,
    Seeds seeds,
    List<Specialist> fittedOn,
    Provenance provenance) {

  private static final String NAME = "detection";
  private static final double TARGET = 0.97;

  DetectionReport {
    studies = List.copyOf(studies);
    fittedOn = List.copyOf(fittedOn);
  }

  List<Bar> bars() {
    return Stream.concat(
            Stream.of(together), studies.stream().flatMap(study -> study.sets().stream()))
        .filter(ScoredSet::held)
        .map(
            set ->
                new Bar(
                    set.words(),
                    set.auroc().value(),
                    "AUROC",
                    ">= " + TARGET,
                    set.auroc().value() >= TARGET,
                    set.auroc().runs()))
        .toList();
  }

  void write(Path directory) throws IOException {
    ResultFile.write(directory, NAME, document());
    Files.writeString(directory.resolve(NAME + ".md"), new DetectionPage(this).text());
    Files.writeString(
        directory.resolve(NAME + ".svg"), new DetectionFigure(studies, together).draw());
  }

  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    List<Long> all = List.of(seeds.world(), seeds.heldOut(), seeds.untaught(), seeds.seed());
    document.put("bars", bars().stream().map(bar -> bar.document(all, provenance)).toList());
    document.put(
        "models", fittedOn.stream().map(s -> Map.of("id", s.id(), "digest", s.digest())).toList());
    document.put("together", set(together));
    document.put("scores", studies.stream().map(DetectionReport::study).toList());
    return document;
  }

  private static Map<String, Object> study(Study study) {
    var document = new LinkedHashMap<String, Object>();
    document.put("name", study.model().name());
    document.put("version", study.model().version());
    document.put("intercept", study.model().intercept());
    document.put("threshold", study.model().threshold());
    document.put(
        "calibration",
        Map.of(
            "slope", study.model().calibration().slope(),
            "offset", study.model().calibration().offset()));
    document.put("fitted_runs", study.fitted().size());
    document.put("fitted_flawed", study.positives());
    document.put("calibrated_runs", study.calibrated().size());
    document.put("data_digest", study.digest());
    document.put("signals", study.uses().stream().map(DetectionReport::use).toList());
    document.put("sets", study.sets().stream().map(DetectionReport::set).toList());
    return document;
  }

  private static Map<String, Object> use(SignalUse use) {
    var document = new LinkedHashMap<String, Object>();
    document.put("signal", use.signal());
    document.put("weight", use.weight());
    document.put("mean_absolute_contribution", use.contribution());
    document.put("measured", use.measured());
    document.put("auroc_alone", finite(use.alone()));
    return document;
  }

  private static Map<String, Object> set(ScoredSet set) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", set.id());
    document.put("words", set.words());
    document.put("auroc", finite(set.auroc().value()));
    document.put("low", finite(set.auroc().low()));
    document.put("high", finite(set.auroc().high()));
    document.put("runs", set.auroc().runs());
    document.put("flawed", set.auroc().flawed());
    document.put("clusters", set.auroc().clusters());
    document.put("expected_calibration_error", set.reliability().error());
    document.put("brier", set.reliability().brier());
    document.put(
        "reliability",
        set.reliability().bins().stream()
            .map(
                bin -> {
                  var fields = new LinkedHashMap<String, Object>();
                  fields.put("from", bin.from());
                  fields.put("to", bin.to());
                  fields.put("runs", bin.runs());
                  fields.put("probability", bin.probability());
                  fields.put("share", bin.share());
                  return fields;
                })
            .toList());
    return document;
  }

  /** JSON has no NaN: an area without both labels is a word. */
  private static Object finite(double value) {
    return Double.isFinite(value) ? (Object) value : "one label only";
  }
}
