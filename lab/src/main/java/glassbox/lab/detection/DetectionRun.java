package glassbox.lab.detection;

import glassbox.critics.score.FittedScore.Specialist;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.LoadedFederations;
import glassbox.engine.registry.ManifestKeys;
import glassbox.engine.registry.Registry;
import glassbox.lab.manifest.DemoManifest;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fits the four scores, writes them for the critic service and measures them.
 *
 * @param models folder of signed models
 * @param seeds where everything comes from
 * @param scores folder for the fitted scores
 * @param out folder for the results
 */
record DetectionRun(Path models, Seeds seeds, Path scores, Path out) {

  List<Bar> run(String command, Consumer<String> progress) throws IOException {
    Registry registry =
        Registry.open(
            models, List.of(ManifestKeys.readPublic(models.resolve(DemoManifest.TRUSTED_KEYS))));
    try (LoadedFederations loaded =
        LoadedFederations.load(registry, DecoderOptions.defaults(), Admission.unbounded(), "lab")) {
      return run(loaded.find(DemoManifest.ALIAS).orElseThrow(), command, progress);
    }
  }

  private List<Bar> run(Federation federation, String command, Consumer<String> progress)
      throws IOException {
    var hallucination =
        new HallucinationStudy(seeds, new Answerer(federation, seeds.seed()), progress);
    Study grounded = hallucination.grounded();
    Study closed = hallucination.closed();
    progress.accept("safety: texts alone");
    var safety = new SafetyStudy(seeds);
    Study prompts = safety.prompts();
    Study answers = safety.answers(prompts);
    Provenance provenance = Provenance.here(command);
    List<Specialist> fittedOn =
        federation.spec().members().stream()
            .map(member -> new Specialist(member.id(), member.digest()))
            .toList();
    FittedFile.write(scores, grounded, fittedOn, seeds, provenance);
    FittedFile.write(scores, closed, fittedOn, seeds, provenance);
    FittedFile.write(scores, prompts, List.of(), seeds, provenance);
    FittedFile.write(scores, answers, List.of(), seeds, provenance);
    var report =
        new DetectionReport(
            List.of(grounded, closed, prompts, answers),
            HallucinationStudy.together(grounded, closed),
            seeds,
            fittedOn,
            provenance);
    report.write(out);
    return report.bars();
  }
}
