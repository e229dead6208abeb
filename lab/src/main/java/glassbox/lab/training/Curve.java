package glassbox.lab.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers of a run as lines of a CSV file, appended while it goes on. */
record Curve(Path file, String header) {

  void append(double... values) {
    String line =
        Arrays.stream(values)
            .mapToObj(
                value ->
                    value == Math.rint(value)
                        ? Long.toString((long) value)
                        : String.format(Locale.ROOT, "%.5f", value))
            .collect(Collectors.joining(",", "", "\n"));
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, header + "\n");
      }
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the curve " + file + " cannot be written", e);
    }
  }

  /** Every line appended so far, interrupted runs included. */
  List<double[]> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the curve " + file + " cannot be read", e);
    }
  }
}
