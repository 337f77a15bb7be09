package org.citykit.runtime.unload;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** Defaults of the whole JVM that anybody may replace. */
final class DefaultsProbe implements Probe {
    private static final List<String> STREAMS = List.of("in", "out", "err");
    private static final Map<String, List<String>> HIDDEN = Map.of(
            "java.net.URL", List.of("factory"),
            "java.net.URLConnection", List.of("factory", "fileNameMap"),
            "javax.net.ssl.HttpsURLConnection", List.of("defaultSSLSocketFactory"),
            "javax.net.ssl.SSLContext", List.of("defaultContext"));

    @Override
    public void look(Look look) {
        see(
                look,
                Thread.getDefaultUncaughtExceptionHandler(),
                PinKind.UNCAUGHT_HANDLER,
                "the default handler of uncaught exceptions");
        for (Provider provider : Security.getProviders()) {
            see(look, provider, PinKind.SECURITY_PROVIDER, "the security provider " + nameOf(look, provider));
        }
        see(look, System.getProperties(), PinKind.SYSTEM_PROPERTY, "the system properties");
        see(look, ProxySelector.getDefault(), "the default ProxySelector");
        see(look, Authenticator.getDefault(), "the default Authenticator");
        see(look, CookieHandler.getDefault(), "the default CookieHandler");
        see(look, ResponseCache.getDefault(), "the default ResponseCache");
        see(look, HttpsURLConnection.getDefaultHostnameVerifier(), "the default HostnameVerifier");
        HIDDEN.forEach((type, fields) -> fields.forEach(field -> look.innards()
                .read(type, field)
                .ifPresent(value -> see(look, value, "the default '" + field + "' of " + type))));
        STREAMS.forEach(name -> stream(look, name));
    }

    private static void stream(Look look, String name) {
        try {
            see(look, System.class.getField(name).get(null), "the standard stream System." + name);
        } catch (NoSuchFieldException | IllegalAccessException impossible) {
            throw new IllegalStateException("Every Java platform has standard streams.", impossible);
        }
    }

    /** A provider's class may be the plugin's, so that its methods are not called. */
    private static String nameOf(Look look, Provider provider) {
        return look.suspects().ownerOf(provider).isPresent()
                ? provider.getClass().getName()
                : provider.getName();
    }

    private static void see(Look look, @Nullable Object value, String what) {
        see(look, value, PinKind.JVM_DEFAULT, what);
    }

    private static void see(Look look, @Nullable Object value, PinKind kind, String what) {
        if (value != null) {
            look.reach().from(value, kind, what);
        }
    }
}
