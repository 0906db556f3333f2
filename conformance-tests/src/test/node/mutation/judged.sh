#!/usr/bin/env bash
# Asks the suite (Judge.java) about the server in this folder, as it is mutated; ends with 0 when nothing is wrong with it.
exec 3<>"/dev/tcp/127.0.0.1/$MUTATION_JUDGE" || exit 2
printf '%s\n%s\n' "$PWD" "${__STRYKER_ACTIVE_MUTANT__:-}" >&3
read -r said <&3
echo "$said"
[ "$said" = conforms ]
