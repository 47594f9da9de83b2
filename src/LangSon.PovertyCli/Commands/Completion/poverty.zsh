#compdef poverty
# Completion of poverty for zsh. For this shell:  source <(poverty completion zsh)
# For good:  poverty completion zsh > "${fpath[1]}/_poverty"
_poverty() {
    local line="${(j: :)words[2,CURRENT-1]}"
    [[ -n $line ]] && line+=' '
    line+=$PREFIX
    local -a found
    found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    found=("${(@M)found:#${PREFIX}*}")
    # Options only where one is begun: elsewhere a file's name is more likely.
    [[ $PREFIX == -* ]] || found=("${(@)found:#[-\/]*}")
    found=("${(@)found:#}")
    if (( $#found )); then compadd -a found; else _files; fi
}
if [[ ${funcstack[1]} == _poverty ]]; then _poverty "$@"; else compdef _poverty poverty; fi
