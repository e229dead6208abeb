package glassbox.engine.federation;

import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.SessionOptions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Members in order, grouped by the model that computes them: one batch of rows per model. */
final class Lineup {

  /** {@code lanes[r]} computes member {@code members[r]} of the lineup. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this package
  record Group(ForwardModel model, int[] lanes, int[] members) {}

  private static final String SEPARATOR = ",";

  private final List<Member> members;
  private final List<Group> groups;

  private Lineup(List<Member> members, List<Group> groups) {
    this.members = members;
    this.groups = groups;
  }

  static Lineup of(List<Member> members) {
    Map<ForwardModel, List<Integer>> byModel = new IdentityHashMap<>();
    List<ForwardModel> order = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      ForwardModel model = members.get(i).model();
      byModel
          .computeIfAbsent(
              model,
              first -> {
                order.add(first);
                return new ArrayList<>();
              })
          .add(i);
    }
    List<Group> groups = new ArrayList<>();
    for (ForwardModel model : order) {
      int[] indices =
          byModel.getOrDefault(model, List.of()).stream().mapToInt(Integer::intValue).toArray();
      int[] lanes = new int[indices.length];
      for (int r = 0; r < lanes.length; r++) {
        lanes[r] = members.get(indices[r]).lane();
      }
      groups.add(new Group(model, lanes, indices));
    }
    return new Lineup(List.copyOf(members), List.copyOf(groups));
  }

  List<Member> members() {
    return members;
  }

  List<Group> groups() {
    return groups;
  }

  /** Rows of the largest batch: what a record states as its batch shape. */
  int rows() {
    return groups.stream().mapToInt(group -> group.lanes().length).max().orElse(0);
  }

  /** Ids of the members without a legible channel. */
  List<String> opaque() {
    return members.stream().filter(m -> m.channel().isEmpty()).map(Member::id).toList();
  }

  /** See {@link Federation#calibratedDelta}. */
  OptionalDouble calibratedDelta() {
    double largest = 0;
    for (Member member : members) {
      Optional<LegibleConfig.Calibration> calibration =
          member.channel().flatMap(channel -> channel.config().calibration());
      if (calibration.isEmpty()) {
        return OptionalDouble.empty();
      }
      largest = Math.max(largest, calibration.get().deltaP99());
    }
    return OptionalDouble.of(largest);
  }

  /** What the groups run on with these options: one name, or one a group where they differ. */
  String backend(SessionOptions options) {
    List<String> backends = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      backends.add(groups.get(g).model().backend(of(g, options)));
    }
    boolean same = backends.stream().distinct().count() == 1;
    return same ? backends.getFirst() : String.join(SEPARATOR, backends);
  }

  /** The options of one group, if a backend is named for each. */
  SessionOptions of(int group, SessionOptions options) {
    List<String> named = List.of(options.backend().orElse("").split(SEPARATOR, -1));
    return named.size() == groups.size() ? options.on(named.get(group)) : options;
  }

  LineupSession open(SessionOptions options) {
    return new LineupSession(this, options);
  }
}
