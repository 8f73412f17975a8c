@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

// The one identity of the app: to storage, telemetry, model and mail it shows nothing else.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Id by which a process on the app asks for this identity among others.')
output clientId string = identity.properties.clientId

@description('Id that roles are given to.')
output principalId string = identity.properties.principalId
