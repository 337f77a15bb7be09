package org.citykit.plugins.playbooks;

import org.citykit.testkit.Behaviour;
import org.citykit.testkit.CrisisTemplatesContract;
import org.citykit.testkit.Subject;

class YamlPlaybooksTests implements CrisisTemplatesContract {
    @Override
    public Subject subject() {
        return Subject.of(YamlPlaybooks.class)
                .settings("{ folder: playbooks, source: { en: City, fa: شهر } }")
                .languages("fa", "en")
                .file("playbooks/flood.yaml", Flood.YAML)
                .laterFile("playbooks/flood.yaml", Flood.with("en: Flood }", "en: Floods }"))
                .behaves(Behaviour.SENDS_CHANGES);
    }
}
