# Completion of poverty for bash. For this shell:  source <(poverty completion bash)
# For good:  poverty completion bash > ~/.local/share/bash-completion/completions/poverty
_poverty() {
    local line=${COMP_LINE:0:COMP_POINT} cur=${COMP_WORDS[COMP_CWORD]} word
    line=${line#*"${COMP_WORDS[0]}"} line=${line# }
    # Bash takes --lang=en for three words; the value is the last of them either way.
    line=${line//=/ }
    [[ $cur == = ]] && cur=
    COMPREPLY=()
    while IFS= read -r word; do
        # Options only where one is begun: elsewhere a file's name is more likely.
        [[ $word == [-/]* && $cur != -* ]] && continue
        [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
    done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o default -F _poverty poverty
