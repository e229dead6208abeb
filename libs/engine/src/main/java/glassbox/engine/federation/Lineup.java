package glassbox.engine.federation;

import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.SessionOptions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Members in order, grouped by the model that computes them: one batch of rows per model. */
final class Lineup {

  /** {@code lanes[r]} computes member {@code members[r]} of the lineup. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this package
  record Group(ForwardModel model, int[] lanes, int[] members) {}

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

  LineupSession open(SessionOptions options) {
    return new LineupSession(this, options);
  }
}
