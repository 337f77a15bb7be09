import java.io.File;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** Packs an application's classes and libraries as Spring Boot's build plugins do: plain jar, target, libraries. */
class Packing {
    public static void main(String[] args) throws Exception {
        Repackager repackager = new Repackager(new File(args[0]));
        repackager.setMainClass("org.example.portal.Application");
        repackager.repackage(new File(args[1]), library -> {
            for (int i = 2; i < args.length; i++) {
                library.library(new Library(new File(args[i]), LibraryScope.COMPILE));
            }
        });
    }
}
