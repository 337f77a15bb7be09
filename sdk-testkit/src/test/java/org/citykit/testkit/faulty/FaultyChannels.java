package org.citykit.testkit.faulty;

import java.time.Instant;
import java.util.Map;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.HttpReply;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Secret;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.ChannelKind;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;

/** Channels that break a rule each. */
public final class FaultyChannels {
    private FaultyChannels() {}

    /** Fits another length each time. */
    @Provider(id = "changes-its-limits", settings = PostChannel.Settings.class)
    public static final class ChangesItsLimits extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                private int asked;

                @Override
                public ChannelLimits limits() {
                    return new ChannelLimits(ChannelKind.SMS, 160 + asked++, false);
                }
            };
        }
    }

    /** Does not know how to take an alert back. */
    @Provider(id = "takes-no-cancelling", settings = PostChannel.Settings.class)
    public static final class TakesNoCancelling extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                public Receipt deliver(Alert alert, String idempotencyKey) throws Exception {
                    if (alert.message() == Alert.Message.CANCEL) {
                        throw new CityKitException(ApiError.VALUE_INVALID, "Cannot cancel.");
                    }
                    return super.deliver(alert, idempotencyKey);
                }
            };
        }
    }

    /** Does not use the portal's clock. */
    @Provider(id = "looks-at-its-own-watch", settings = PostChannel.Settings.class)
    public static final class LooksAtItsOwnWatch extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                Instant now() {
                    return Instant.EPOCH;
                }
            };
        }
    }

    /** Sends a key of its own at the second attempt. */
    @Provider(id = "forgets-the-key", settings = PostChannel.Settings.class)
    public static final class ForgetsTheKey extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                private int attempts;

                @Override
                String key(String given) {
                    return attempts++ == 0 ? given : "attempt-" + attempts;
                }
            };
        }
    }

    /** Says the same whatever has happened. */
    @Provider(id = "says-the-same", settings = PostChannel.Settings.class)
    public static final class SaysTheSame extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                String words(Alert alert) {
                    return alert.nature() + ": something has happened";
                }
            };
        }
    }

    /** Takes a failing receiver for a receiver. */
    @Provider(id = "shrugs-off-failures", settings = PostChannel.Settings.class)
    public static final class ShrugsOffFailures extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                HttpReply post(String words, String key) throws Exception {
                    HttpReply reply = super.post(words, key);
                    return reply.status() >= 500 ? new HttpReply(200, Map.of(), new byte[0]) : reply;
                }
            };
        }
    }

    /** Would try a refused alert for ever. */
    @Provider(id = "insists-on-refusals", settings = PostChannel.Settings.class)
    public static final class InsistsOnRefusals extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                HttpReply post(String words, String key) throws Exception {
                    HttpReply reply = super.post(words, key);
                    if (reply.status() >= 400) {
                        throw new CityKitException(
                                ApiError.WEB_FAILED, "The receiver answered " + reply.status() + ".");
                    }
                    return reply;
                }
            };
        }
    }

    /** Sends exercises like real alerts. */
    @Provider(id = "cries-wolf", settings = PostChannel.Settings.class)
    public static final class CriesWolf extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                String words(Alert alert) {
                    return alert.headline().original();
                }
            };
        }
    }

    /** Says that it has delivered when it was interrupted. */
    @Provider(id = "hides-interrupted-deliveries", settings = PostChannel.Settings.class)
    public static final class HidesInterrupts extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                HttpReply post(String words, String key) throws Exception {
                    try {
                        return super.post(words, key);
                    } catch (CityKitException failed) {
                        if (failed.getMessage().contains("not waited for")) {
                            return new HttpReply(200, Map.of(), new byte[0]);
                        }
                        throw failed;
                    }
                }
            };
        }
    }

    /** Never delivers again after a failure. */
    @Provider(id = "stays-broken", settings = PostChannel.Settings.class)
    public static final class StaysBroken extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                private boolean broken;

                @Override
                HttpReply post(String words, String key) throws Exception {
                    if (broken) {
                        throw new CityKitException(ApiError.WEB_FAILED, "It was broken before.");
                    }
                    try {
                        return super.post(words, key);
                    } catch (CityKitException failed) {
                        broken = !failed.getMessage().contains("in the middle");
                        throw failed;
                    }
                }
            };
        }
    }

    /** Writes numbers in the default locale. */
    @Provider(id = "speaks-for-the-machine", settings = PostChannel.Settings.class)
    public static final class SpeaksForTheMachine extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                String words(Alert alert) {
                    return super.words(alert)
                            + String.format(" %d", alert.areas().size());
                }
            };
        }
    }

    /** Puts its token into the receipt. */
    @Provider(id = "tells-delivery-secrets", settings = PostChannel.Settings.class)
    public static final class TellsSecrets extends PostChannel {
        @Override
        public Channel open(Settings settings, PluginContext context) {
            return new Post(settings, context) {
                @Override
                public Receipt deliver(Alert alert, String idempotencyKey) throws Exception {
                    Receipt receipt = super.deliver(alert, idempotencyKey);
                    String token = settings.token().map(Secret::reveal).orElse("");
                    return new Receipt(receipt.state(), receipt.at(), token, receipt.note());
                }
            };
        }
    }
}
