package glassbox.esi.orchestration;

import glassbox.esi.decoding.Decoder;
import glassbox.esi.judging.CriticPanel;
import glassbox.esi.tool.ToolBox;
import java.time.Clock;

/**
 * What a run works with.
 *
 * @param decoder bound to the run's question
 * @param critics that judge
 * @param tools that its draft may call
 * @param clock for time stamps and the latency cap
 */
public record Ports(Decoder decoder, CriticPanel critics, ToolBox tools, Clock clock) {}
