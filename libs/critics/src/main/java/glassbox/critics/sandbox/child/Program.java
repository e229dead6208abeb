package glassbox.critics.sandbox.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes that were compiled and checked, with the calls that they make.
 *
 * @param calls numbers of the calls; call i of the list is made by class {@code Snippet$Calli}
 * @param classes byte code by name
 */
record Program(List<Integer> calls, Map<String, byte[]> classes) {
  private static final int MOST_CLASSES = 4096;
  private static final int LONGEST_CLASS = 1 << 20;

  Program {
    calls = List.copyOf(calls);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(calls.size());
    for (int call : calls) {
      out.writeInt(call);
    }
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> type : classes.entrySet()) {
      Frames.writeText(out, type.getKey());
      out.writeInt(type.getValue().length);
      out.write(type.getValue());
    }
  }

  static Program read(DataInputStream in) throws IOException {
    List<Integer> calls = new ArrayList<>();
    for (int left = bounded(in.readInt(), MOST_CLASSES); left > 0; left--) {
      calls.add(in.readInt());
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int left = bounded(in.readInt(), MOST_CLASSES); left > 0; left--) {
      String name = Frames.readText(in);
      classes.put(name, in.readNBytes(bounded(in.readInt(), LONGEST_CLASS)));
    }
    return new Program(calls, classes);
  }

  private static int bounded(int size, int most) throws IOException {
    if (size < 0 || size > most) {
      throw new IOException("a program of " + size);
    }
    return size;
  }
}
