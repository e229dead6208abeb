package glassbox.esi.config;

import glassbox.esi.heat.AutoHeat;
import glassbox.esi.heat.AutoStarch;
import glassbox.esi.heat.ToolRule;

/**
 * What adapts a run's parameters to how runs go.
 *
 * @param enabled whether they act; a run in which they do not is a run as configured
 * @param playbook whose remedies apply where parts of the source disagree
 * @param heat temperatures
 * @param starch structure
 * @param tool what disagreeing tools do
 */
public record Controllers(
    boolean enabled, Playbook playbook, AutoHeat heat, AutoStarch starch, ToolRule tool) {}
