package glassbox.engine.reference;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import java.util.List;

/** The readable decoder: every architecture and LoRA, in plain loops. */
public final class ReferenceDecoder implements ForwardModel {
  private ReferenceDecoder() {}

  /** Reads the weights of the base and its adapters into memory. */
  public static ReferenceDecoder load(ModelDirectory base, List<AdapterDirectory> adapters) {
    throw new UnsupportedOperationException(base + "" + adapters);
  }

  @Override
  public int lanes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int vocabularySize() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int contextLength() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ForwardSession open(int[] laneOfRow, boolean trace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
