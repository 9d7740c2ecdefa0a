package id.sigap.local.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes the subcommands, each with the workplace it works on. */
final class CommandFactory implements CommandLine.IFactory {

    private final CommandLine.IFactory others = CommandLine.defaultFactory();
    private final Workplace workplace;

    CommandFactory(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Workplace.class) {
                return type.cast(constructor.newInstance(workplace));
            }
        }
        return others.create(type);
    }
}
