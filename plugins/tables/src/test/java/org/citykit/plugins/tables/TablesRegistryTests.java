package org.citykit.plugins.tables;

import org.citykit.testkit.Subject;
import org.citykit.testkit.TwinningRegistryContract;

class TablesRegistryTests implements TwinningRegistryContract {
    @Override
    public Subject subject() {
        return Subject.of(TablesRegistry.class)
                .settings("{ file: data/sister-cities.csv, format: citykit }")
                .fileFrom("data/sister-cities.csv", "sister-cities.csv");
    }
}
