package org.citykit.runtime.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one plugin and decides, package by package, what else they see: the JDK, the API, SLF4J, and
 * what the plugins it requires export. The platform loader alone would not do as a filter, for on the module path it
 * hands over the host's classes as well. Thread-safe and parallel capable.
 */
final class PluginClassLoader extends ClassLoader implements Closeable {
    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final Parts parts;
    private final HostModules host;
    private final URL origin;
    private final Map<List<CodeSigner>, ProtectionDomain> domains = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * What it loads from.
     *
     * @param modules the module of each of the plugin's own packages
     * @param jars the jars of each module, in the order in which they are searched
     * @param visible the loader of each package of the API, of SLF4J and of other plugins
     * @param hidesHost whether a package of its own or of another plugin is called as one of the host's is
     */
    record Parts(
            Map<String, String> modules,
            Map<String, List<JarOfImage>> jars,
            Map<String, ClassLoader> visible,
            boolean hidesHost) {}

    PluginClassLoader(String name, Path file, Parts parts, HostModules host) {
        super(name, ClassLoader.getPlatformClassLoader());
        this.parts = parts;
        this.host = host;
        try {
            this.origin = FileAddress.urlOf(file);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no URL for " + file, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> known = parts.hidesHost() ? null : host.loaded(name);
        return known == null ? loadUnknown(name, resolve) : known;
    }

    private Class<?> loadUnknown(String name, boolean resolve) throws ClassNotFoundException {
        String packageName = Names.packageOf(name);
        String module = parts.modules().get(packageName);
        if (module == null) {
            ClassLoader other = parts.visible().get(packageName);
            if (other != null) {
                return host.isShared(other) ? host.load(name, other) : other.loadClass(name);
            }
            if (host.isJdkPackage(packageName)) {
                return host.load(name, getParent());
            }
        }
        Class<?> found = module == null ? null : findClass(module, name);
        if (found == null) {
            throw new ClassNotFoundException(name + " is not visible to plugin " + getName());
        }
        if (resolve) {
            resolveClass(found);
        }
        return found;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String module = parts.modules().get(Names.packageOf(name));
        Class<?> found = module == null ? null : findClass(module, name);
        if (found == null) {
            throw new ClassNotFoundException(name + " is not visible to plugin " + getName());
        }
        return found;
    }

    @Override
    protected @Nullable Class<?> findClass(@Nullable String moduleName, String name) {
        if (moduleName == null || !moduleName.equals(parts.modules().get(Names.packageOf(name)))) {
            return null;
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(moduleName, name) : loaded;
        }
    }

    private @Nullable Class<?> define(String moduleName, String name) {
        String entry = Names.entryOf(name);
        for (JarOfImage jar : jarsOf(moduleName)) {
            try {
                JarOfImage.Content found = jar.read(entry);
                if (found != null) {
                    return defineClass(name, found.bytes(), domain(found.signers()));
                }
            } catch (IOException e) {
                throw (LinkageError) new NoClassDefFoundError(name + ": " + e.getMessage()).initCause(e);
            }
        }
        return null;
    }

    private ProtectionDomain domain(List<CodeSigner> signers) {
        return domains.computeIfAbsent(signers, it -> {
            CodeSigner @Nullable [] known = it.isEmpty() ? null : it.toArray(CodeSigner[]::new);
            return new ProtectionDomain(new CodeSource(origin, known), null, this, null);
        });
    }

    @Override
    protected @Nullable URL findResource(@Nullable String moduleName, String name) {
        return moduleName == null ? findResource(name) : first(jarsOf(moduleName), name);
    }

    @Override
    public @Nullable URL findResource(String name) {
        String module = parts.modules().get(Names.packageOfEntry(name));
        URL found = module == null ? null : first(jarsOf(module), name);
        return found != null ? found : first(allJars(), name);
    }

    @Override
    public Enumeration<URL> findResources(String name) {
        List<URL> found = new ArrayList<>();
        for (JarOfImage jar : allJars()) {
            URL url = jar.locate(name);
            if (url != null) {
                found.add(url);
            }
        }
        return Collections.enumeration(found);
    }

    /** Own ones first; of others only class files, which tools read to learn about types a plugin may see. */
    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        ClassLoader other = own == null ? loaderOfClassFile(name) : null;
        return other == null ? own : other.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = Collections.list(findResources(name));
        ClassLoader other = found.isEmpty() ? loaderOfClassFile(name) : null;
        return other == null ? Collections.enumeration(found) : other.getResources(name);
    }

    private @Nullable ClassLoader loaderOfClassFile(String name) {
        String packageName = Names.packageOfEntry(name);
        if (!name.endsWith(".class") || parts.modules().containsKey(packageName)) {
            return null;
        }
        ClassLoader visible = parts.visible().get(packageName);
        return visible == null && host.isJdkPackage(packageName) ? getParent() : visible;
    }

    private static @Nullable URL first(List<JarOfImage> jars, String name) {
        for (JarOfImage jar : jars) {
            URL url = jar.locate(name);
            if (url != null) {
                return url;
            }
        }
        return null;
    }

    private List<JarOfImage> jarsOf(String module) {
        return closed ? List.of() : parts.jars().getOrDefault(module, List.of());
    }

    private List<JarOfImage> allJars() {
        return closed
                ? List.of()
                : parts.jars().values().stream().flatMap(List::stream).toList();
    }

    /** From now on classes that were not loaded yet are not found any more. Idempotent. */
    @Override
    public void close() {
        closed = true;
    }
}
