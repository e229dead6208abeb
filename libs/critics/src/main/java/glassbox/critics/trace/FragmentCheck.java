package glassbox.critics.trace;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.Blake3;

/** Checks of fragments themselves and of the ids that the trace's field names. */
final class FragmentCheck {
  private static final Pattern ID =
      Pattern.compile(
          "(?:id\\s?=\\s?([\\w#:.-]{1,60}))|(?<![\\w#=])(t\\d{1,4}|\\w{1,20}#\\w{1,40})(?![\\w#])");
  private static final int HASH_BYTES = 32;

  private FragmentCheck() {}

  /** One check a fragment with a hash; gives how many. */
  static int hashes(List<Fragment> fragments, List<Finding> findings) {
    int checks = 0;
    for (Fragment fragment : fragments) {
      if (fragment.hash().isPresent()) {
        checks++;
        if (!fragment.hash().get().equals(hash(fragment))) {
          findings.add(Finding.nowhere("fragment " + fragment.id() + " is not what its hash says"));
        }
      }
    }
    return checks;
  }

  /** One check an id that stands in the trace's own field; gives how many. */
  static int named(Draft draft, List<Finding> findings) {
    if (draft.stretches().isEmpty()) {
      return 0;
    }
    Set<String> issued = draft.fragments().stream().map(Fragment::id).collect(Collectors.toSet());
    int checks = 0;
    for (Passage passage : draft.written(Field.TRACE)) {
      Matcher id = ID.matcher(passage.text());
      while (id.find()) {
        checks++;
        int group = id.group(1) == null ? 2 : 1;
        if (!issued.contains(id.group(group))) {
          String problem = "this server did not issue " + id.group(group);
          findings.add(Finding.in(passage, problem, id.start(group), id.end(group)));
        }
      }
    }
    return checks;
  }

  private static String hash(Fragment fragment) {
    Blake3 hasher = Blake3.initHash();
    String input = fragment.input().orElse("");
    for (String value :
        List.of(fragment.kind(), fragment.tool(), fragment.id(), input, fragment.output())) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      for (int shift = 24; shift >= 0; shift -= 8) {
        hasher.update(new byte[] {(byte) (bytes.length >>> shift)});
      }
      hasher.update(bytes);
    }
    return "blake3:" + HexFormat.of().formatHex(hasher.doFinalize(HASH_BYTES));
  }
}
