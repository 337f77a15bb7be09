package org.citykit.plugins.tables;

import org.citykit.testkit.Subject;
import org.citykit.testkit.TwinningRegistryContract;

class TablesFeedTests implements TwinningRegistryContract {
    @Override
    public Subject subject() {
        return Subject.of(TablesRegistry.class)
                .settings("{ feed: 'https://register.example/cities.json', format: citykit, source: City register }")
                .recorded("cities.json");
    }
}
