package org.citykit.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a provider of {@link org.citykit.api.twinning.TwinningRegistry} must keep to. Implemented by a test class.
 *
 * <p>Each rule is a test on a module of its own, opened by the runtime's own reader, linker, binder and guard. A rule
 * about something that the subject does not have, such as the web, is skipped with that reason.
 */
public interface TwinningRegistryContract extends SourceContract {
    @Test
    default void everyStatementIsMadeByASideOrByAThird(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ItemRules::statementsAreMadeByParties);
    }

    @Test
    default void noCityIsTwinnedWithItself(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ItemRules::partiesAreDifferentCities);
    }

    @Test
    default void theCountriesExist(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ItemRules::countriesExist);
    }
}
