package glassbox.lab.evaluation;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.federation.Member;
import glassbox.engine.text.Tokenizer;
import glassbox.lab.training.DemoTraining;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo models straight from their folders, before a manifest is signed over them. */
public final class DemoModels implements AutoCloseable {

  private static final String UNSIGNED = "0".repeat(64);

  private final Decoder base;
  private final Decoder finance;
  private final Tokenizer tokenizer;

  private DemoModels(Decoder base, Decoder finance, Tokenizer tokenizer) {
    this.base = base;
    this.finance = finance;
    this.tokenizer = tokenizer;
  }

  /** Loads what {@code lab train} wrote to {@code models}. */
  public static DemoModels load(Path models) {
    List<AdapterDirectory> adapters =
        DemoTraining.ADAPTERS.keySet().stream()
            .map(id -> AdapterDirectory.open(models.resolve(id)))
            .toList();
    ModelDirectory base = ModelDirectory.open(models.resolve(DemoTraining.BASE));
    ModelDirectory finance = ModelDirectory.open(models.resolve(DemoTraining.FINANCE));
    DecoderOptions options = DecoderOptions.defaults();
    return new DemoModels(
        Decoder.load(base, adapters, options),
        Decoder.load(finance, List.of(), options),
        Tokenizer.load(base.path()));
  }

  /** The specialists in the federation's order. */
  public List<Member> members() {
    var members = new ArrayList<Member>();
    members.add(new Member(DemoTraining.BASE, UNSIGNED, base, 0));
    members.add(new Member(DemoTraining.FINANCE, UNSIGNED, finance, 0));
    int lane = 1;
    for (String id : DemoTraining.ADAPTERS.keySet()) {
      members.add(new Member(id, UNSIGNED, base, lane++));
    }
    return members;
  }

  /** Their shared tokenizer. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  @Override
  public void close() {
    base.close();
    finance.close();
    tokenizer.close();
  }
}
