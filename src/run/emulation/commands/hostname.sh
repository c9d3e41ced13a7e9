#!/bin/bash
echo localhost
