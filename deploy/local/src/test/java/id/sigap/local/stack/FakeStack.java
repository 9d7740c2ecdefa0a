package id.sigap.local.stack;

import id.sigap.infrastructure.Volume;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A stack of fake services over real infrastructure, in this process or in one of its own. */
final class FakeStack {

    private FakeStack() {}

    static StackOptions in(Path folder, int portBase) {
        for (Service service : Service.values()) {
            FakeService.packInto(folder.resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar"));
        }
        return StackOptions.forTest(folder, folder.resolve("state of it"), Console.standard())
                .on(new PortPlan(portBase))
                .only(EnumSet.of(Service.INTAKE, Service.TICKET));
    }

    /** On disks of its own where that can be. Arguments: folder, port base. */
    static void main(String[] arguments) throws InterruptedException {
        Set<Disk> disks = Volume.unavailable().isEmpty() ? EnumSet.allOf(Disk.class) : Set.of();
        LocalStack.start(
                in(Path.of(arguments[0]), Integer.parseInt(arguments[1])).volumes(disks));
        new CountDownLatch(1).await();
    }
}
