package glassbox.engine.gradient;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** Starts the native engine for training: offline, one thread unless the caller said otherwise. */
public final class TrainingEngine {

  private TrainingEngine() {}

  /**
   * A manager on the CPU; the caller closes it, and with it all it owns. Nothing is recorded for
   * gradients on the calling thread until a {@link GradientTape} is opened: a new thread would.
   */
  public static NDManager manager() {
    setDefault("ai.djl.offline", "true");
    setDefault("ai.djl.pytorch.num_threads", "1");
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    NDManager manager = NDManager.newBaseManager(Device.cpu());
    JniUtils.setGradMode(false);
    return manager;
  }

  private static void setDefault(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
