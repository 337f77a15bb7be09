package org.citykit.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.citykit.api.crisis.Alert;
import org.junit.jupiter.api.Test;

class ChannelTextTests {
    @Test
    void latinTextLosesEveryInvisibleMark() {
        assertEquals(
                "at Kan, 6:05 PM, +98",
                ChannelText.plain("at \u2068Kan\u2069, 6:05\u202FPM,\u00A0\u2066+98\u2069\u200F"));
    }

    @Test
    void textFromRightToLeftKeepsWhatHoldsNumbersTogether() {
        assertEquals("تلفن \u200E+98\u200E کن", ChannelText.plain("تلفن \u2066+98\u2069 \u2068کن\u2069"));
    }

    @Test
    void joinersStay() {
        assertEquals("می\u200Cخواهم", ChannelText.plain("می\u200Cخواهم"));
    }

    @Test
    void aPlainAlertIsTheSameAlertInPlainWords() {
        Desk world = new Desk();
        Alert alert = world.open().publish(world.first()).alert();

        Alert plain = ChannelText.plain(alert);

        assertEquals(alert.id(), plain.id());
        assertEquals("Flood at کن", plain.headline().texts().get("en"));
        assertEquals(plain, ChannelText.plain(plain));
        assertEquals(
                "Flood at کن\nWater rises until 6:05 PM. 3 shelters are open.\nLeave. Call 137, https://tehran.example/flood",
                ChannelText.single(alert, "en"));
    }
}
