# Completion of poverty for fish. For this shell:  poverty completion fish | source
# For good:  poverty completion fish > ~/.config/fish/completions/poverty.fish
function __poverty_suggest
    set -l line (commandline -cp | string replace -r '^\s*\S+\s?' '')
    set -l found (poverty "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    # Options only where one is begun: elsewhere a file's name is more likely.
    string match -q -- '-*' (commandline -ct); or set found (string match -rv '^[-/]' -- $found)
    string collect -- $found
end
complete -c poverty -f -a '(__poverty_suggest)'
complete -c poverty -n 'test -z "$(__poverty_suggest)"' -F
