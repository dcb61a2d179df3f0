package org.sandglass.cli;

import picocli.CommandLine;

/// Makes the verbs, each of which gets the console.
///
/// @param console where they speak
record CommandFactory(Console console) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        Object made = switch (type.getSimpleName()) {
            case "RunCommand" -> new RunCommand(console);
            case "EvalCommand" -> new EvalCommand(console);
            case "SampleCommand" -> new SampleCommand(console);
            case "DiffuseCommand" -> new DiffuseCommand(console);
            case "PosteriorCommand" -> new PosteriorCommand(console);
            case "TargetsCommand" -> new TargetsCommand(console);
            default -> CommandLine.defaultFactory().create(type);
        };
        return type.cast(made);
    }
}
