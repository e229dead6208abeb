package glassbox.lab.verify;

import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationException;
import glassbox.engine.federation.FederationSpec;
import glassbox.engine.federation.ReplayResult;
import glassbox.engine.federation.ReplayShape;
import glassbox.engine.registry.RegistryException;
import glassbox.lab.manifest.SignedModels;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replays on a folder of models; loads each set of specialists once. */
public final class ModelReplays implements Replays, AutoCloseable {
  private final Path models;
  private final Map<List<String>, SignedModels> loaded = new HashMap<>();

  /** Nothing is loaded before the first replay. */
  public ModelReplays(Path models) {
    this.models = models;
  }

  @Override
  public Replayed replay(TokenBlock block) {
    try {
      ReplayResult result = federation(block).replay(block, ReplayShape.RECORDED);
      if (!result.digestsMatch()) {
        throw new ModelsUnfit("the models have other digests than the recorded ones");
      }
      return new Replayed(result.bitEqual(), result.maxAbsDifference(), result.mismatchedTokens());
    } catch (RegistryException
        | IllegalArgumentException
        | CheckpointException
        | FederationException e) {
      throw new ModelsUnfit("the models cannot replay it: " + e.getMessage());
    }
  }

  private Federation federation(TokenBlock block) {
    List<String> ids = block.specialists().stream().map(SpecialistRef::id).toList();
    SignedModels signed = loaded.computeIfAbsent(ids, set -> SignedModels.load(models, set));
    var spec =
        new FederationSpec(
            "verify", signed.members(), block.combination(), signed.template(), Set.of());
    return new Federation(
        spec,
        signed.tokenizer(),
        Admission.unbounded(),
        block.execution().build(),
        block.execution().threads());
  }

  @Override
  public void close() {
    loaded.values().forEach(SignedModels::close);
  }
}
