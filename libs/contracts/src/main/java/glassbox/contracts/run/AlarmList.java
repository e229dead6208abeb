package glassbox.contracts.run;

import java.util.List;

/** Alarms, open ones first, then newest first; at most 100. */
public record AlarmList(List<Alarm> alarms) {
  public AlarmList {
    alarms = List.copyOf(alarms);
  }
}
