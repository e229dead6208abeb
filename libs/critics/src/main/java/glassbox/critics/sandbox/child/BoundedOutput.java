package glassbox.critics.sandbox.child;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what is printed up to a bound; printing more is an error that ends the run. */
final class BoundedOutput extends OutputStream {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int most;
  private volatile boolean full;

  BoundedOutput(int most) {
    this.most = most;
  }

  @Override
  public synchronized void write(int b) {
    if (kept.size() >= most) {
      full = true;
      throw new OutputLimit();
    }
    kept.write(b);
  }

  boolean full() {
    return full;
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
