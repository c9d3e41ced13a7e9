cat > run.sh << END_OF_HEAD
${{ inputs.shebang }}
cd ${PWD}
END_OF_HEAD
cat run-template.sh >> run.sh
chmod +x run.sh
