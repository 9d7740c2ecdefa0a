package id.sigap.bench;

import id.sigap.bench.report.Row;
import id.sigap.bench.stage.Setup;
import java.util.List;

/** One benchmark: brings up what it needs, measures subject and limit by turns, and leaves nothing behind. */
public interface Bench {

    /** As on the command line. */
    String name();

    /** In a few words. */
    String meaning();

    List<Row> run(Setup setup);
}
