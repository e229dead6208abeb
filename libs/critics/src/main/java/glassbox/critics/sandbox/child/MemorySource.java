package glassbox.critics.sandbox.child;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory. */
final class MemorySource extends SimpleJavaFileObject {
  private final String text;

  MemorySource(String name, String text) {
    super(URI.create("memory:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
