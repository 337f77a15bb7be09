package org.citykit.runtime.supervision;

import org.citykit.runtime.candidate.ModuleGate;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.module.RunningModule;

/**
 * A module that runs, or is about to.
 *
 * @param spec what was asked for
 * @param plugin the id of the plugin that provides it
 * @param gate what it stores and tells goes through this
 * @param module the module
 */
record Member(ModuleSpec spec, String plugin, ModuleGate gate, RunningModule module) {}
