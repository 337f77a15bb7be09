package org.citykit.plugins.playbooks;

import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Source;
import org.citykit.api.crisis.CrisisTemplates;
import org.citykit.api.crisis.Playbook;

/** Playbooks from YAML files. */
@Provider(id = "playbooks", settings = PlaybooksSettings.class)
public final class YamlPlaybooks implements CrisisTemplates<PlaybooksSettings> {
    @Override
    public Source<Playbook> open(PlaybooksSettings settings, PluginContext context) {
        return new PlaybookFiles(settings, context);
    }
}
