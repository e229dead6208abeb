package glassbox.shell.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that somebody looks at while it is read. */
abstract class WatchedStream extends ServletInputStream {
  private final ServletInputStream body;

  WatchedStream(ServletInputStream body) {
    this.body = body;
  }

  /** Octets that were just read; throws to refuse the body. */
  abstract void seen(byte[] octets, int offset, int length) throws IOException;

  /** The body is over; throws to refuse it. */
  void ended() throws IOException {}

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = body.read(into, offset, length);
    if (read < 0) {
      ended();
    } else {
      seen(into, offset, read);
    }
    return read;
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
