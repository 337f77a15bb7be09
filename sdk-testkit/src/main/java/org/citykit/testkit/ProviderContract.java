package org.citykit.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What every provider must keep to, whatever it provides. Not implemented directly. */
public interface ProviderContract {
    /** What is tested; called once for each rule. */
    Subject subject();

    @Test
    default void thePluginCanBeRead(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::pluginIsReadable);
    }

    @Test
    default void theModuleProvidesTheProvider(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::moduleProvidesTheProvider);
    }

    @Test
    default void thePluginCanBeLinkedInALayerOfItsOwn(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::pluginIsLinkable);
    }

    @Test
    default void theExampleSettingsFit(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::settingsBind);
    }

    @Test
    default void aSettingLeftOutIsAskedForOrNotNeeded(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::missingSettingsAreNamed);
    }

    @Test
    default void openingGivesASourceOrChannel(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::openingGivesSomething);
    }

    @Test
    default void openingAsksForNothing(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::openingAsksForNothing);
    }

    @Test
    default void closingTwiceDoesNoHarm(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::closingDoesNoHarm);
    }

    @Test
    default void closingLeavesNoThreadBehind(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::closingLeavesNoThread);
    }

    @Test
    default void afterClosingNothingHoldsThePlugin(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, UnloadRules::nothingHoldsThePlugin);
    }

    @ResourceLock(Resources.SYSTEM_OUT)
    @ResourceLock(Resources.SYSTEM_ERR)
    @Test
    default void nothingIsPrinted(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::nothingIsPrinted);
    }

    @Test
    default void everythingRecordedIsAskedForThroughTheContext(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::everythingRecordedIsAskedFor);
    }

    @Test
    default void itLivesInAPortal(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, ProviderRules::itLivesInAPortal);
    }

    @Test
    default void secretsStaySecret(@TempDir Path folder) throws Exception {
        Trial.of(this, folder, TroubleRules::secretsStaySecret);
    }
}
